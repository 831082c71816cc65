"""The app library."""

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """App configuration of library."""

    name = "gongkai.web.library"
    label = "library"
