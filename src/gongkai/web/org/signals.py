"""What happens to bodies and people, announced upward."""

from django.dispatch import Signal

# Sent inside the transaction of the act with person, act, subject, sentence, body: the audit above hears it
# and writes its line; if it cannot, the act falls with it.
happened = Signal()
