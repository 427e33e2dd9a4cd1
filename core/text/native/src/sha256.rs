// SPDX-License-Identifier: GPL-3.0-or-later
//! SHA-256 in pieces.

use sha2::{Digest, Sha256};

#[no_mangle]
pub extern "C" fn lt_sha256_new() -> *mut Sha256 {
    Box::into_raw(Box::new(Sha256::new()))
}

/// # Safety
/// `hash` comes from `lt_sha256_new`; `bytes` has `size` bytes.
#[no_mangle]
pub unsafe extern "C" fn lt_sha256_update(hash: *mut Sha256, bytes: *const u8, size: usize) {
    if size > 0 {
        (*hash).update(std::slice::from_raw_parts(bytes, size));
    }
}

/// # Safety
/// `hash` comes from `lt_sha256_new` and is not used afterwards; `digest` is null or has 32 bytes.
#[no_mangle]
pub unsafe extern "C" fn lt_sha256_finish(hash: *mut Sha256, digest: *mut u8) {
    let result = Box::from_raw(hash).finalize();
    if !digest.is_null() {
        digest.copy_from_nonoverlapping(result.as_ptr(), 32);
    }
}
