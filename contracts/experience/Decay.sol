// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

/// @title Decay
/// @notice Exponential decay without loops over time: amounts are inflated by M(t) = 2^(t/H) when they arise and deflated by
/// M of the moment that is asked about, so what arose at s is worth 2^(−(t−s)/H) of itself at t. The exponent is counted in
/// 1/65536 of a half-life; the fraction is a product of precomputed powers (binary method), exact to 2^−60.
library Decay {
    /// @dev Guard bits: raw amounts keep 16 binary places.
    uint256 private constant GUARD_SHIFT = 48;

    /// @dev 2^64 · 2^192 has no room in 256 bits.
    uint256 private constant MAX_HALF_LIVES = 192;

    /// @notice 2^(elapsed / halfLife) in Q64; the highest number from 192 half-lives on, when any power of before is worth 0.
    function multiplier(uint256 elapsed, uint256 halfLife) internal pure returns (uint256 m) {
        uint256 x = (elapsed << 16) / halfLife;
        if (x >> 16 >= MAX_HALF_LIVES) return type(uint256).max;
        m = 1 << 64;
        unchecked {
            if (x & 0x8000 != 0) m = (m * 0x16a09e667f3bcc908) >> 64;
            if (x & 0x4000 != 0) m = (m * 0x1306fe0a31b7152de) >> 64;
            if (x & 0x2000 != 0) m = (m * 0x1172b83c7d517adcd) >> 64;
            if (x & 0x1000 != 0) m = (m * 0x10b5586cf9890f629) >> 64;
            if (x & 0x0800 != 0) m = (m * 0x1059b0d31585743ae) >> 64;
            if (x & 0x0400 != 0) m = (m * 0x102c9a3e778060ee6) >> 64;
            if (x & 0x0200 != 0) m = (m * 0x10163da9fb33356d8) >> 64;
            if (x & 0x0100 != 0) m = (m * 0x100b1afa5abcbed61) >> 64;
            if (x & 0x0080 != 0) m = (m * 0x10058c86da1c09ea1) >> 64;
            if (x & 0x0040 != 0) m = (m * 0x1002c605e2e8cec50) >> 64;
            if (x & 0x0020 != 0) m = (m * 0x100162f3904051fa1) >> 64;
            if (x & 0x0010 != 0) m = (m * 0x1000b175effdc76ba) >> 64;
            if (x & 0x0008 != 0) m = (m * 0x100058ba01fb9f96d) >> 64;
            if (x & 0x0004 != 0) m = (m * 0x10002c5cc37da9491) >> 64;
            if (x & 0x0002 != 0) m = (m * 0x1000162e525ee0547) >> 64;
            if (x & 0x0001 != 0) m = (m * 0x10000b17255775c04) >> 64;
        }
        m <<= x >> 16;
    }

    /// @notice What `amount` counts in raw units when it arises at multiplier `m`. Rounded up by less than 2^−16 of a unit,
    /// so that deflating at the same moment gives back the amount. Reverts when the product has more than 256 bits, which
    /// the 208 bits of a checkpoint could not hold either.
    function inflate(uint256 amount, uint256 m) internal pure returns (uint256) {
        return (amount * m + (1 << GUARD_SHIFT) - 1) >> GUARD_SHIFT;
    }

    /// @notice What `raw` units are worth at multiplier `m`, rounded down.
    function deflate(uint256 raw, uint256 m) internal pure returns (uint256) {
        return (raw << GUARD_SHIFT) / m;
    }
}
