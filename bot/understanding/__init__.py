"""What free text means. Pure: text in, meaning out."""
