// Written by `cargo xtask generate`.
export * from './index.js'
