/**
 * The kinds of identifier by which generations of badges name a person: OB 3.0 `IdentifierTypeEnum`, OB 1 and 2 `recipient.type`,
 * CLR 1.0 `Identity.type`. What several standards call differently is one kind; any other name is a kind of its own.
 */
export type IdentityKind = 'email' | 'telephone' | 'url' | 'id' | 'name' | (string & {})

const aliases: Readonly<Record<string, IdentityKind>> = {
  email: 'email',
  emailaddress: 'email',
  mail: 'email',
  telephone: 'telephone',
  phone: 'telephone',
  phonenumber: 'telephone',
  url: 'url',
  website: 'url',
  id: 'id',
  did: 'id',
  name: 'name',
  fullname: 'name',
  studentid: 'studentId',
  sissourcedid: 'studentId',
  username: 'userName',
  accountid: 'accountId',
  sourcedid: 'sourcedId',
  lissourcedid: 'sourcedId',
  systemid: 'systemId',
  productid: 'productId',
  nationalidentitynumber: 'nationalIdentityNumber',
}

/** The kind that a badge's own word for it means. `identifier` says nothing about the kind and stays as it is. */
export function kindOf(type: string): IdentityKind {
  const word = type.replace(/^ext:/, '')
  const plain = word.toLowerCase().replace(/[\s_-]/g, '')
  return (Object.hasOwn(aliases, plain) ? aliases[plain] : undefined) ?? word
}
