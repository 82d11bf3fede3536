"""The report: one view of everything (`view`), laid out in sections (`layout`), and many writers."""
