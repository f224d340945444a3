#!/usr/bin/env bash
# Builds the image and runs docker-compose.yml once for real, under a project name and ports of its own.
# Ends with 0 when everything held; always takes away what it started. Needs docker with compose, and node.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export COMPOSE_PROJECT_NAME="throughline-test-$$"
free_port() { node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
PORT=$(free_port); NEO4J_HTTP_PORT=$(free_port); NEO4J_BOLT_PORT=$(free_port)
NEO4J_PASSWORD="only-for-this-run"
export PORT NEO4J_HTTP_PORT NEO4J_BOLT_PORT NEO4J_PASSWORD
page="http://127.0.0.1:$PORT"
alone="throughline-alone-$$"

say() { printf 'compose: %s\n' "$*"; }
clean_up() {
  docker rm -f -v "$alone" >/dev/null 2>&1
  timeout 180 docker compose down -v --remove-orphans -t 60 >/dev/null 2>&1
}
trap clean_up EXIT
trap 'exit 130' INT TERM
fail() {
  say "FAILED: $*"
  timeout 30 docker compose ps -a
  timeout 30 docker compose logs --no-color --tail 60
  exit 1
}

get() {  # URL; a connection that is dropped halfway ends an unsettled await, which counts as a failure
  node --input-type=module -e '
    const answer = await fetch(process.argv[1], { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) process.exit(1);
    console.log(await answer.text());' "$1" 2>/dev/null
}
field() { node -p 'JSON.parse(process.argv[1])[process.argv[2]]' "$1" "$2"; }
counts() { printf '%s nodes, %s relationships' "$(field "$1" nodeCount)" "$(field "$1" relationshipCount)"; }
wait_for() {  # URL SECONDS
  local end=$((SECONDS + $2))
  until get "$1" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || return 1
    sleep 1
  done
}
cypher() { docker compose exec -T neo4j cypher-shell -u neo4j -p "$NEO4J_PASSWORD" --format plain "$1"; }

say 'building the image'
timeout 1200 docker compose build >"${TMPDIR:-/tmp}/$COMPOSE_PROJECT_NAME.log" 2>&1 \
  || { tail -n 60 "${TMPDIR:-/tmp}/$COMPOSE_PROJECT_NAME.log"; fail 'the image was not built'; }
rm -f "${TMPDIR:-/tmp}/$COMPOSE_PROJECT_NAME.log"

say 'the image alone: the embedded engine, seeded by itself, not as root'
docker run -d --name "$alone" --init -p "127.0.0.1::8080" throughline >/dev/null || fail 'the image did not start'
alone_page="http://$(docker port "$alone" 8080/tcp | head -n 1)"
wait_for "$alone_page/api/health" 120 || { docker logs "$alone"; fail 'the image alone did not answer'; }
embedded=$(get "$alone_page/api/health")
[ "$(docker exec "$alone" id -u)" != 0 ] || fail 'the image runs as root'
[ "$(field "$embedded" engine)" = embedded ] && [ "$(field "$embedded" nodeCount)" -gt 0 ] || fail "health says $embedded"
began=$SECONDS
docker stop -t 20 "$alone" >/dev/null
[ $((SECONDS - began)) -lt 10 ] || fail 'the image alone does not stop when told'

say 'up: Neo4j, the seed, the server'
timeout 300 docker compose up -d >/dev/null 2>&1 || fail 'docker compose up'
wait_for "$page/api/health" 120 || fail 'the server did not answer'
health=$(get "$page/api/health")
[ "$(field "$health" engine)" = neo4j ] && [ "$(field "$health" status)" = ok ] || fail "health says $health"
[ "$(counts "$health")" = "$(counts "$embedded")" ] \
  || fail "Neo4j holds $(counts "$health"), the embedded engine $(counts "$embedded")"
get "$page/" | grep -q '<div id="root"' || fail 'the page is not served'
say "the page is served; Neo4j holds $(counts "$health")"

say 'up again: nothing is seeded anew'
cypher 'MATCH (n:Entity) WITH n LIMIT 1 SET n.markOfThisRun = true' >/dev/null || fail 'cypher-shell'
timeout 300 docker compose up -d >/dev/null 2>&1 || fail 'docker compose up, the second time'
timeout 60 docker compose wait seed >/dev/null 2>&1
wait_for "$page/api/health" 120 || fail 'the server did not answer after the second up'
[ "$(cypher 'MATCH (n:Entity) WHERE n.markOfThisRun RETURN count(n)' | tail -n 1 | tr -d '\r')" = 1 ] \
  || fail 'the second up replaced the graph'

say 'everything held'
