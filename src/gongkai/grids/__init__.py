"""Files into cells: text, CSV, XLSX, DOCX and web pages."""
