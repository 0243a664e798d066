#!/bin/sh
# Kho from a shell: requests into `kho session`, one JSON object per line, and replies out of it.
# sh people.sh [database]
"${KHO:-kho}" session "${1:---scratch}" <<'REQUESTS'
{"id":1,"begin":"write"}
{"id":2,"query":"CREATE (:Person {name: $name, born: $born})","params":{"name":"Ada","born":{"int":"1815"}}}
{"id":3,"commit":true}
{"id":4,"query":"MATCH (p:Person) RETURN p.name AS name, p.born AS born"}
REQUESTS
