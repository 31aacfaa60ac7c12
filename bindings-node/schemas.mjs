import module from './schemas.js'

export const { schemas } = module
