"""The office folder: clinics, portals and logins, as validated pydantic models."""
