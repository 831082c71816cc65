"""The office: a Django site over the law."""
