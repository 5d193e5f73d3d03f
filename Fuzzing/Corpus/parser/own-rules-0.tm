model "Shop"
policy { unauthenticated-crossing: off; unencrypted-crossing: off }
external visitor "Visitor"
boundary internet "Internet" {
  zone: internet
  process cdn "Content network"
}
boundary core "Core" {
  store orders "Orders"
}
flow ask: visitor <-> cdn "Asks for pages" { crosses: internet }
flow cached: cdn <-> orders "Caches orders" { crosses: internet, core }
rule internet-to-store "No flow from the internet reaches a store" {
  applies-to: flow
  when: source.zone is internet and target is store
  severity: error
  advice: "lead it through a process of the core"
}
