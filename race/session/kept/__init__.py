"""What has been kept of games: a quick look at a save, any month of it again, orders not yet carried out."""
