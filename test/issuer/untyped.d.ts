declare module '@digitalbazaar/ed25519-multikey'
declare module '@digitalbazaar/vc'
declare module '@digitalbazaar/ed25519-signature-2018'
declare module '@digitalbazaar/jws-linked-data-signature'
