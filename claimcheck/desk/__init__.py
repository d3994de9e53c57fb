"""Work over time: dossiers wherever they are kept, decisions on them, and what changed."""
