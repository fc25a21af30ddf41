// The one source of the content security policy: the served header, the built page and public hosts' `_headers` all come from here.

const directives = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self' https:",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types solid-template app-worker dompurify',
]

/** The policy as `<meta http-equiv>` says it, for hosts that send no headers of ours. */
export const metaPolicy = directives.join('; ')

/** The policy as the `Content-Security-Policy` header says it. In a `<meta>`, browsers would refuse its last part and complain. */
export const headerPolicy = `${metaPolicy}; frame-ancestors 'none'`

/** Every security header, in the order they are sent. */
export const securityHeaders = {
  'Content-Security-Policy': headerPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), browsing-topics=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}
