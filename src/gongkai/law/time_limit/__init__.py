"""The time-limit language: sentence to rule, rule to due day, rule to sentence."""
