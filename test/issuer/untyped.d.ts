declare module '@digitalbazaar/ed25519-multikey'
declare module '@digitalbazaar/vc'
