"""The register as a WSGI application: ``gunicorn secretariat.web.wsgi:application``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "secretariat.web.settings")
application = get_wsgi_application()
