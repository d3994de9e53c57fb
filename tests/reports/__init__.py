"""Tests of reports: text, Markdown, JSON, pages, pictures and the formats of CI servers."""
