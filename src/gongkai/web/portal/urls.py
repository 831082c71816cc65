"""Addresses of the public site."""

from django.urls import path, re_path

from gongkai.web.portal import views

app_name = "portal"
urlpatterns = [
    path("search", views.search_results, name="search"),
    path("healthz", views.health, name="health"),
    path("", views.site_file, name="home"),
    re_path(r"^(?P<path>.+)$", views.site_file, name="file"),
]
