// The constraints of the database.
SHOW CONSTRAINTS YIELD name, type, entityType, labelsOrTypes, properties
RETURN name, type, entityType, labelsOrTypes AS on, properties, null AS owner, null AS state
ORDER BY name
