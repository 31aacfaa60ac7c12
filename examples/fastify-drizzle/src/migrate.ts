// Makes the tables, and a studio to book: npm run migrate
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { database } from './tables.js'

await migrate(database, { migrationsFolder: 'migrations' })
await database.$client.end()
