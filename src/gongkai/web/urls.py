"""Every door of the site."""

from django.urls import URLPattern, URLResolver, include, path

# The portal comes last: every address that nothing else takes is a file of the static site.
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("gongkai.web.portal.urls")),
]
