# Networks of a program's own, for cutting engines off from one another. Sourced by gocua.

# Sets own_networks to the words that a command begins with to get them without being root: user namespaces, where the system
# has them (most Linux systems). Empty where root needs no such thing, or where it is not to be had: partitions are then left out.
find_own_networks() {
  local lay='mount -t tmpfs tmpfs /run && ip link set lo up && exec "$@"'
  own_networks=()
  [ "$(id -u)" != 0 ] || return 0
  if unshare --map-root-user --net --mount sh -c "$lay" sh true >/dev/null 2>&1; then
    own_networks=(unshare --map-root-user --net --mount sh -c "$lay" sh)
  fi
}
