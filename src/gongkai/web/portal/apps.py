"""The app portal."""

from django.apps import AppConfig


class PortalConfig(AppConfig):
    """App configuration of portal."""

    name = "gongkai.web.portal"
    label = "portal"
