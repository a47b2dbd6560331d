import { type Demo, startDemo } from '../../src/start/demo/server.ts'
import { type Places, services } from '../../src/start/demo/way.ts'
import { createCertificate } from '../engines/lab/certificate.ts'

/** A demo with what a browser has to be told to reach it. */
export interface HostedDemo {
  readonly demo: Demo
  readonly hostResolverRules: string
  readonly trustedKeys: readonly string[]
}

/** The names under which the sample is recorded: a shop with its API, and companies that it does business with. */
export const samplePlaces: Places = {
  page: 'https://shop.example.test',
  catalog: 'https://api.example.test',
  accounts: 'https://login.identity.test',
  search: 'https://search.acme.test',
  orders: 'https://orders.fulfil.test',
  payments: 'https://api.payments.test',
  reports: 'https://reports.partner.test',
  cdn: 'https://cdn.assets.test',
  legacy: 'https://legacy.example.test:8443',
}

/** Returns the demo as it would look in production: over https, with names instead of ports. */
export async function startSampleDemo(): Promise<HostedDemo> {
  const hosts = Object.values(samplePlaces).map((origin) => new URL(origin).hostname)
  const { publicKeyHash, ...certificate } = createCertificate(hosts)
  const demo = await startDemo({
    originOf: (service) => samplePlaces[service],
    certificate,
    cookieDomain: 'example.test',
  })
  const rules = services.map((service) => {
    const { hostname, port } = new URL(samplePlaces[service])
    return `MAP ${hostname}:${port || '443'} 127.0.0.1:${demo.ports[service]}`
  })
  return { demo, hostResolverRules: rules.join(','), trustedKeys: [publicKeyHash] }
}

/** Returns the demo on this machine, as `npm start` shows it. */
export const startLocalDemo = async (): Promise<HostedDemo> => ({
  demo: await startDemo(),
  // The rule that keeps tests off the network must not hide the demo's own hosts.
  hostResolverRules: 'MAP *.localhost 127.0.0.1',
  trustedKeys: [],
})
