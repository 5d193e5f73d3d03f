model "Shop"
policy { unauthenticated-crossing: off; unencrypted-crossing: off }
boundary internet "Internet" {
  zone: internet
  process cdn "Content network"
}
boundary core "Core" {
  store orders "Orders"
}
flow cached: orders <-> cdn "Caches orders" { crosses: core, internet }
rule internet-to-store "No flow from the internet reaches a store" {
  applies-to: flow
  when: source.zone is internet and target is store
}
