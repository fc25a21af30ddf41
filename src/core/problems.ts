/** The W3C problem types (VC Data Model 2.0 §7.1, Bitstring Status List §3.5, Data Integrity §4.7) that a report exports. */
export type ProblemType =
  | 'PARSING_ERROR'
  | 'MALFORMED_VALUE_ERROR'
  | 'CRYPTOGRAPHIC_SECURITY_ERROR'
  | 'PROOF_VERIFICATION_ERROR'
  | 'PROOF_TRANSFORMATION_ERROR'
  | 'INVALID_DOMAIN_ERROR'
  | 'INVALID_CHALLENGE_ERROR'
  | 'INVALID_VERIFICATION_METHOD'
  | 'INVALID_VERIFICATION_METHOD_URL'
  | 'INVALID_CONTROLLER'
  | 'INVALID_CONTROLLER_DOCUMENT'
  | 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD'
  | 'STATUS_RETRIEVAL_ERROR'
  | 'STATUS_VERIFICATION_ERROR'
  | 'STATUS_LIST_LENGTH_ERROR'
  | 'RANGE_ERROR'
  | 'RETRIEVAL_ERROR'
  | 'UNSUPPORTED'
  | 'STATEMENT'

export interface ProblemInfo {
  readonly type: ProblemType
  /** The clause that the code is about. */
  readonly spec?: string
}

/**
 * Every code that a person may ever be told, one row each. A code is added, never renamed.
 * `STATEMENT` rows are no error: something true that must be said beside a check.
 */
export const problems = {
  // input and containers
  input_empty: { type: 'PARSING_ERROR' },
  input_too_large: { type: 'PARSING_ERROR' },
  input_unrecognized: { type: 'PARSING_ERROR' },
  input_is_address: { type: 'PARSING_ERROR' },
  input_is_html: { type: 'PARSING_ERROR' },
  input_is_pdf: { type: 'PARSING_ERROR' },
  input_not_credential: { type: 'PARSING_ERROR' },
  input_unreadable: { type: 'PARSING_ERROR' },
  too_many_credentials: { type: 'PARSING_ERROR' },
  nothing_inside: { type: 'PARSING_ERROR' },
  json_malformed: { type: 'PARSING_ERROR', spec: 'RFC 8259' },
  json_duplicate_key: { type: 'PARSING_ERROR', spec: 'RFC 8259 §4' },
  json_too_deep: { type: 'PARSING_ERROR' },
  json_too_large: { type: 'PARSING_ERROR' },
  text_not_utf8: { type: 'PARSING_ERROR' },
  jws_malformed: { type: 'PARSING_ERROR', spec: 'RFC 7515 §3.1' },
  png_malformed: { type: 'PARSING_ERROR', spec: 'PNG §5' },
  png_no_badge: { type: 'PARSING_ERROR', spec: 'OB3 §5.3' },
  png_crc_wrong: { type: 'STATEMENT', spec: 'PNG §5.5' },
  png_chunk_compressed: { type: 'STATEMENT', spec: 'OB3 §5.3.1' },
  png_several_badges: { type: 'STATEMENT', spec: 'OB3 §5.3.1' },
  png_inflate_failed: { type: 'PARSING_ERROR' },
  badge_address_only: { type: 'PARSING_ERROR' },
  svg_malformed: { type: 'PARSING_ERROR' },
  svg_doctype: { type: 'PARSING_ERROR' },
  svg_no_badge: { type: 'PARSING_ERROR', spec: 'OB3 §5.3' },
  svg_too_deep: { type: 'PARSING_ERROR' },
  zip_malformed: { type: 'PARSING_ERROR', spec: 'APPNOTE 4.3' },
  zip_unsupported: { type: 'UNSUPPORTED', spec: 'APPNOTE 4.4' },
  zip_encrypted: { type: 'UNSUPPORTED', spec: 'APPNOTE 4.4.4' },
  archive_file_damaged: { type: 'PARSING_ERROR' },
  archive_too_large: { type: 'PARSING_ERROR' },
  archive_too_many_files: { type: 'PARSING_ERROR' },
  archive_too_deep: { type: 'PARSING_ERROR' },
  archive_no_credential: { type: 'PARSING_ERROR' },
  wallet_locked: { type: 'UNSUPPORTED', spec: 'UW2020 Locked Wallet' },
  format_not_yet: { type: 'UNSUPPORTED' },

  // structure
  context_missing: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.3' },
  context_first_wrong: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.3' },
  context_invalid: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.3' },
  data_model_version_disagrees: { type: 'MALFORMED_VALUE_ERROR', spec: 'OB3 §8.2' },
  type_missing: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.5' },
  type_unknown: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.5' },
  id_invalid: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.4' },
  member_missing: { type: 'MALFORMED_VALUE_ERROR' },
  member_invalid: { type: 'MALFORMED_VALUE_ERROR' },
  date_invalid: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.9' },
  dates_reversed: { type: 'MALFORMED_VALUE_ERROR', spec: 'VCDM §4.9' },
  badge_too_old: { type: 'STATEMENT' },
  badge_part_only: { type: 'STATEMENT', spec: 'OB2 Data Classes' },
  badge_form_mixed: { type: 'MALFORMED_VALUE_ERROR', spec: 'OB2 Verification' },
  context_order: { type: 'STATEMENT', spec: 'CLR2 ClrCredential' },
  association_dangling: { type: 'STATEMENT', spec: 'CLR2 Association' },
  context_unfamiliar: { type: 'STATEMENT', spec: 'OB2 JSON-LD' },
  image_not_baked: { type: 'MALFORMED_VALUE_ERROR', spec: 'OB2 Assertion' },
  schema_violated: { type: 'MALFORMED_VALUE_ERROR', spec: 'OB3 §6' },
  schema_unknown: { type: 'UNSUPPORTED', spec: 'VCDM §4.11' },

  // proofs
  proof_missing: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VCDM §4.12' },
  proof_malformed: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §2.1' },
  proof_value_malformed: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §2.1' },
  proof_signature_wrong: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §4.4' },
  proof_type_unsupported: { type: 'UNSUPPORTED' },
  proof_suite_obsolete: { type: 'STATEMENT' },
  proof_purpose_wrong: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §4.4' },
  proof_expired: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §2.1' },
  proof_created_in_future: { type: 'STATEMENT', spec: 'VC-DI §2.1' },
  proof_previous_missing: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-DI §2.1.2' },
  proof_too_many: { type: 'PROOF_VERIFICATION_ERROR' },
  proof_also_unsupported: { type: 'STATEMENT' },
  proof_selective: { type: 'STATEMENT', spec: 'VC-DI-ECDSA §3.5' },
  proof_base_only: { type: 'UNSUPPORTED', spec: 'VC-DI-ECDSA §3.5.2' },
  proof_base_unchecked: { type: 'UNSUPPORTED' },
  proof_too_long: { type: 'UNSUPPORTED' },
  proof_context_mismatch: { type: 'PROOF_TRANSFORMATION_ERROR', spec: 'VC-DI-EdDSA §3.3.2' },
  canonicalization_too_hard: { type: 'PROOF_TRANSFORMATION_ERROR', spec: 'RDFC-1.0 §7' },
  jsonld_invalid: { type: 'PROOF_TRANSFORMATION_ERROR' },
  context_unavailable: { type: 'PROOF_TRANSFORMATION_ERROR' },
  context_fetched: { type: 'STATEMENT' },
  variant_unmatched: { type: 'PROOF_TRANSFORMATION_ERROR' },
  too_many_contexts: { type: 'PROOF_TRANSFORMATION_ERROR' },
  term_undefined: { type: 'PROOF_TRANSFORMATION_ERROR', spec: 'VC-DI §2.4.1' },
  member_hidden: { type: 'PROOF_TRANSFORMATION_ERROR' },
  name_unsigned: { type: 'PROOF_TRANSFORMATION_ERROR' },
  meaning_changed: { type: 'PROOF_TRANSFORMATION_ERROR' },
  coverage_unknown: { type: 'PROOF_TRANSFORMATION_ERROR' },
  alg_unsupported: { type: 'UNSUPPORTED' },
  alg_symmetric: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'RFC 8725 §3.1' },
  alg_none: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'RFC 8725 §3.2' },
  alg_key_mismatch: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'RFC 8725 §3.1' },
  crit_unknown: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'RFC 7515 §4.1.11' },
  jwt_key_missing: { type: 'INVALID_VERIFICATION_METHOD', spec: 'OB3 §8.2.3' },
  jwt_key_conflict: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'OB3 §8.2.3' },
  jwt_private_key: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'OB3 §8.2.3' },
  jwt_claim_mismatch: { type: 'PROOF_VERIFICATION_ERROR', spec: 'OB3 §8.2.4' },
  jwt_form_mixed: { type: 'PROOF_VERIFICATION_ERROR', spec: 'VC-JOSE-COSE §3.1' },

  // selective disclosure
  sd_jwt_malformed: { type: 'PARSING_ERROR', spec: 'RFC 9901 §4' },
  sd_hash_unsupported: { type: 'UNSUPPORTED', spec: 'RFC 9901 §4.1.1' },
  disclosure_unsigned: { type: 'PROOF_VERIFICATION_ERROR', spec: 'RFC 9901 §7.1' },
  disclosure_repeated: { type: 'PROOF_VERIFICATION_ERROR', spec: 'RFC 9901 §7.1' },
  disclosure_forbidden: { type: 'PROOF_VERIFICATION_ERROR', spec: 'SD-JWT VC §2.2.2' },
  disclosures_too_many: { type: 'PROOF_VERIFICATION_ERROR' },
  facts_withheld: { type: 'STATEMENT', spec: 'RFC 9901 §4.2' },

  // keys and documents that list them
  method_invalid: { type: 'INVALID_VERIFICATION_METHOD_URL', spec: 'CID §3.3' },
  key_malformed: { type: 'INVALID_VERIFICATION_METHOD', spec: 'CID §2.2' },
  key_type_unsupported: { type: 'UNSUPPORTED' },
  key_unavailable: { type: 'INVALID_VERIFICATION_METHOD' },
  key_revoked: { type: 'INVALID_VERIFICATION_METHOD', spec: 'CID §2.2' },
  key_not_listed: { type: 'INVALID_VERIFICATION_METHOD', spec: 'CID §3.3' },
  key_wrong_purpose: { type: 'INVALID_RELATIONSHIP_FOR_VERIFICATION_METHOD', spec: 'CID §3.3' },
  key_not_tied: { type: 'INVALID_CONTROLLER' },
  key_unproven: { type: 'PROOF_VERIFICATION_ERROR' },
  key_by_did_key: { type: 'STATEMENT' },
  did_malformed: { type: 'INVALID_CONTROLLER', spec: 'DID Core §3.1' },
  did_method_unsupported: { type: 'UNSUPPORTED' },
  controller_document_invalid: { type: 'INVALID_CONTROLLER_DOCUMENT', spec: 'CID §3.1' },
  document_moved: { type: 'RETRIEVAL_ERROR' },

  // badges that are what their own address serves
  hosted_confirmed: { type: 'STATEMENT', spec: 'OB2 Hosted verification' },
  hosted_kept_copy: { type: 'STATEMENT' },
  hosted_copy_old: { type: 'RETRIEVAL_ERROR' },
  hosted_address_only: { type: 'STATEMENT' },
  hosted_no_address: { type: 'RETRIEVAL_ERROR', spec: 'OB2 Hosted verification' },
  hosted_address_inside: { type: 'RETRIEVAL_ERROR' },
  hosted_gone: { type: 'RETRIEVAL_ERROR', spec: 'OB2 Hosted verification' },
  hosted_withdrawn: { type: 'STATEMENT', spec: 'OB2 Hosted verification' },
  hosted_not_badge: { type: 'PARSING_ERROR', spec: 'OB2 Hosted verification' },
  hosted_other_id: { type: 'PROOF_VERIFICATION_ERROR', spec: 'OB2 Hosted verification' },
  hosted_differs: { type: 'PROOF_VERIFICATION_ERROR', spec: 'OB2 Hosted verification' },
  hosted_by_issuer: { type: 'STATEMENT', spec: 'OB2 VerificationObject' },
  hosted_out_of_scope: { type: 'INVALID_CONTROLLER', spec: 'OB2 VerificationObject' },
  scope_unreadable: { type: 'UNSUPPORTED', spec: 'OB2 VerificationObject' },
  origins_differ: { type: 'INVALID_CONTROLLER', spec: 'OB1 Verification' },
  linked_invalid: { type: 'RETRIEVAL_ERROR' },
  badge_class_inside: { type: 'STATEMENT' },
  issuer_not_web: { type: 'UNSUPPORTED', spec: 'OB2 VerificationObject' },
  profile_by_address: { type: 'STATEMENT' },
  profile_of_other: { type: 'RETRIEVAL_ERROR' },
  key_owner_wrong: { type: 'INVALID_CONTROLLER', spec: 'OB2 Signed verification' },
  key_by_origin: { type: 'STATEMENT', spec: 'OB1 Verification' },

  // dates and status
  expired: { type: 'STATEMENT', spec: 'VCDM §4.9' },
  not_yet_valid: { type: 'STATEMENT', spec: 'VCDM §4.9' },
  no_end_date: { type: 'STATEMENT' },
  dates_not_shown: { type: 'STATEMENT', spec: 'VC-DI-ECDSA §3.5' },
  status_not_shown: { type: 'STATEMENT', spec: 'VC-DI-ECDSA §3.5' },
  status_revoked: { type: 'STATEMENT', spec: 'BSL §3.2' },
  status_suspended: { type: 'STATEMENT', spec: 'BSL §3.2' },
  status_refresh: { type: 'STATEMENT', spec: 'BSL §3.2' },
  status_message: { type: 'STATEMENT', spec: 'BSL §3.2' },
  status_type_unsupported: { type: 'UNSUPPORTED' },
  status_entry_invalid: { type: 'MALFORMED_VALUE_ERROR', spec: 'BSL §2.1' },
  status_purpose_mismatch: { type: 'STATUS_VERIFICATION_ERROR', spec: 'BSL §3.2' },
  status_list_unavailable: { type: 'STATUS_RETRIEVAL_ERROR', spec: 'BSL §3.2' },
  status_list_invalid: { type: 'STATUS_VERIFICATION_ERROR', spec: 'BSL §3.2' },
  status_list_unverified: { type: 'STATUS_VERIFICATION_ERROR', spec: 'BSL §3.2' },
  status_list_expired: { type: 'STATUS_VERIFICATION_ERROR', spec: 'BSL §3.2' },
  status_list_stale: { type: 'STATUS_RETRIEVAL_ERROR' },
  status_list_short: { type: 'STATUS_LIST_LENGTH_ERROR', spec: 'BSL §3.2' },
  status_list_foreign: { type: 'STATEMENT', spec: 'BSL §3.2' },
  status_index_outside: { type: 'RANGE_ERROR', spec: 'BSL §3.2' },
  status_value_unknown: { type: 'UNSUPPORTED', spec: 'TSL §7.1' },
  status_kept_copy: { type: 'STATEMENT' },
  status_too_many: { type: 'MALFORMED_VALUE_ERROR' },
  refresh_not_asked: { type: 'STATEMENT', spec: 'VCCR §2' },
  refresh_not_offered: { type: 'STATEMENT', spec: 'VCCR §2' },
  refresh_other: { type: 'STATEMENT', spec: 'VCCR §2' },
  refresh_unverified: { type: 'STATEMENT', spec: 'VCCR §2' },
  superseded: { type: 'STATEMENT', spec: 'VCCR §2' },

  // who stands behind it
  issuer_by_web_address: { type: 'STATEMENT' },
  issuer_key_only: { type: 'STATEMENT' },
  issuer_unbound: { type: 'STATEMENT' },
  issuer_also_listed: { type: 'STATEMENT' },
  issuer_in_test_list: { type: 'STATEMENT' },
  issuer_other_key: { type: 'STATEMENT', spec: 'RFC 7638' },
  issuer_listed_unproven: { type: 'STATEMENT' },
  list_unrecognized: { type: 'PARSING_ERROR' },
  list_entry_invalid: { type: 'PARSING_ERROR' },
  list_too_long: { type: 'PARSING_ERROR' },
  list_statement_invalid: { type: 'PROOF_VERIFICATION_ERROR', spec: 'OIDF §3' },
  list_signature_wrong: { type: 'PROOF_VERIFICATION_ERROR', spec: 'OIDF §3' },
  list_key_changed: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR', spec: 'OIDF §3' },
  pathway_missing: { type: 'PARSING_ERROR', spec: 'CTDL Pathway' },
  endorsements_not_checked: { type: 'STATEMENT' },
  endorsement_unverified: { type: 'STATEMENT' },

  // whose it is
  holder_unproven: { type: 'STATEMENT' },
  holder_not_asked: { type: 'STATEMENT' },
  holder_not_subject: { type: 'STATEMENT' },
  holder_proof_wrong: { type: 'PROOF_VERIFICATION_ERROR' },
  challenge_wrong: { type: 'INVALID_CHALLENGE_ERROR', spec: 'VC-DI §4.4' },
  domain_wrong: { type: 'INVALID_DOMAIN_ERROR', spec: 'VC-DI §4.4' },
  recipient_unnamed: { type: 'STATEMENT' },
  recipient_not_asked: { type: 'STATEMENT' },
  recipient_differs: { type: 'STATEMENT', spec: 'OB3 §7.7' },
  recipient_name_only: { type: 'STATEMENT' },
  recipient_incomparable: { type: 'STATEMENT', spec: 'OB3 §7.7' },
  recipient_hash_weak: { type: 'STATEMENT', spec: 'OB3 §7.7' },

  // the network
  fetch_offline: { type: 'RETRIEVAL_ERROR' },
  fetch_failed: { type: 'RETRIEVAL_ERROR' },
  fetch_blocked: { type: 'RETRIEVAL_ERROR' },
  fetch_status: { type: 'RETRIEVAL_ERROR' },
  fetch_timeout: { type: 'RETRIEVAL_ERROR' },
  fetch_too_large: { type: 'RETRIEVAL_ERROR' },
  fetch_address_refused: { type: 'RETRIEVAL_ERROR' },
  fetch_too_many: { type: 'RETRIEVAL_ERROR' },
  fetch_cancelled: { type: 'RETRIEVAL_ERROR' },

  // nested
  nested_not_verified: { type: 'STATEMENT' },
  nested_unknown: { type: 'STATEMENT' },
  nested_other_person: { type: 'STATEMENT', spec: 'CLR2 ClrSubject' },
  nested_person_unknown: { type: 'STATEMENT', spec: 'CLR2 ClrSubject' },
  proof_by_record: { type: 'STATEMENT' },
  issuer_stated: { type: 'STATEMENT' },
  parts_entangled: { type: 'STATEMENT' },

  // the store
  store_unavailable: { type: 'UNSUPPORTED' },
  store_quota: { type: 'UNSUPPORTED' },
  store_aborted: { type: 'UNSUPPORTED' },
  store_corrupt: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  store_newer: { type: 'UNSUPPORTED' },
  store_blocked: { type: 'UNSUPPORTED' },
  store_busy: { type: 'UNSUPPORTED' },
  store_locked: { type: 'UNSUPPORTED' },
  stacks_full: { type: 'UNSUPPORTED' },

  // the ways to unlock
  unlock_wrong: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  unlock_last: { type: 'UNSUPPORTED' },
  recovery_code_mistyped: { type: 'MALFORMED_VALUE_ERROR' },
  passkey_unsupported: { type: 'UNSUPPORTED' },
  passkey_no_prf: { type: 'UNSUPPORTED', spec: 'WebAuthn §10.1.4' },
  passkey_cancelled: { type: 'UNSUPPORTED' },
  passkey_exists: { type: 'UNSUPPORTED' },
  passkey_refused: { type: 'UNSUPPORTED' },

  // backups and moves
  backup_unrecognized: { type: 'PARSING_ERROR' },
  backup_newer: { type: 'UNSUPPORTED' },
  backup_wrong_key: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  backup_damaged: { type: 'PARSING_ERROR' },
  backup_too_large: { type: 'PARSING_ERROR' },
  wallet_wrong_key: { type: 'CRYPTOGRAPHIC_SECURITY_ERROR' },
  wallet_lock_unsupported: { type: 'UNSUPPORTED', spec: 'UW2020 Locked Wallet' },
  camera_unavailable: { type: 'UNSUPPORTED' },
  camera_refused: { type: 'UNSUPPORTED' },
  transfer_other: { type: 'PARSING_ERROR' },
  transfer_damaged: { type: 'PARSING_ERROR' },
  transfer_too_large: { type: 'UNSUPPORTED' },
  safe_failed: { type: 'UNSUPPORTED' },

  // ours
  cancelled: { type: 'UNSUPPORTED' },
  worker_failed: { type: 'UNSUPPORTED' },
  unexpected: { type: 'UNSUPPORTED' },
} as const satisfies Record<string, ProblemInfo>
