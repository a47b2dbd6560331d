import type { Service } from './way.ts'

/** The names under which the sample is recorded: a shop with its API, and companies that it does business with. */
export const samplePlaces: Readonly<Record<Service, string>> = {
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
