"""The laws of the race: chips, sites, training, releases, safety, people, demand and money."""
