"""Addresses of watch."""

from django.urls import path

from secretariat.watch.views.finding import finding_page, judge
from secretariat.watch.views.findings import finding_list, propose
from secretariat.watch.views.layers import borders_layer, events_layer
from secretariat.watch.views.pages import event_page, watch_page
from secretariat.watch.views.sheets import watch_csv
from secretariat.watch.views.still import picture

app_name = "watch"
urlpatterns = [
    path("watch", watch_page, name="watch"),
    path("watch.csv", watch_csv, name="csv"),
    path("watch/findings", finding_list, name="findings"),
    path("watch/findings/propose", propose, name="propose"),
    path("watch/findings/<str:key>", finding_page, name="finding"),
    path("watch/findings/<str:key>/judge", judge, name="judge"),
    path("watch/map.svg", picture, name="picture"),
    path("watch/borders.geojson", borders_layer, name="borders"),
    path("watch/events.geojson", events_layer, name="events"),
    path("watch/events/<str:dataset>/<path:key>", event_page, name="event"),
]
