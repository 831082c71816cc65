"""Every door of the site."""

from django.urls import URLPattern, URLResolver, include, path

# The portal comes last: every address that nothing else takes is a file of the static site.
urlpatterns: list[URLPattern | URLResolver] = [
    path("desk/", include("gongkai.web.desk.urls")),
    path("", include("gongkai.web.portal.urls")),
]
handler400 = "gongkai.web.desk.views.errors.bad_request"
handler403 = "gongkai.web.desk.views.errors.forbidden"
handler404 = "gongkai.web.desk.views.errors.not_found"
handler500 = "gongkai.web.desk.views.errors.failed"
