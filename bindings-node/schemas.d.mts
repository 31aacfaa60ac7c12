// Written by `cargo xtask generate`.
export * from './schemas.js'
