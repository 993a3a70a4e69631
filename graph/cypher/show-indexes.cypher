// The indexes of the database, those of constraints included.
SHOW INDEXES YIELD name, type, entityType, labelsOrTypes, properties, owningConstraint, state
WHERE labelsOrTypes IS NOT NULL
RETURN name, type, entityType, labelsOrTypes AS on, properties, owningConstraint AS owner, state
ORDER BY name
