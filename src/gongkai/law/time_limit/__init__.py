"""The time-limit language: sentence, rule, due day and back."""
