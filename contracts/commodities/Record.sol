// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotState, Standing} from "./ICommodities.sol";

/// @title Record
/// @notice The last four judged lots of a commodity in one word: closing epoch (32 bits), ordinal (24), state (8). The newest is
/// the lowest.
library Record {
    uint256 private constant BITS = 64;
    uint256 private constant LOTS = 4;

    /// @notice Keeps the record sorted, so that the order in which lots are concluded does not matter; what is older than the last
    /// four falls out.
    function enter(uint256 record, uint32 closing, uint32 ordinal, LotState state) internal pure returns (uint256) {
        uint256 entry = (uint256(closing) << 32) | (uint256(uint24(ordinal)) << 8) | uint8(state);
        uint256 place;
        while (place < LOTS && uint64(record >> (BITS * place)) > entry) ++place;
        if (place == LOTS) return record;
        uint256 shift = BITS * place;
        uint256 newer = record & ((1 << shift) - 1);
        return newer | (entry << shift) | ((record >> shift) << (shift + BITS));
    }

    /// @notice Makes a lot count as suspended, whether it was judged before or not.
    function suspend(uint256 record, uint32 closing, uint32 ordinal) internal pure returns (uint256) {
        uint256 lot = (uint256(closing) << 24) | uint24(ordinal);
        for (uint256 shift; shift < LOTS * BITS; shift += BITS) {
            if (uint64(record >> shift) >> 8 != lot) continue;
            return (record & ~(uint256(type(uint8).max) << shift)) | (uint256(uint8(LotState.Suspended)) << shift);
        }
        return enter(record, closing, ordinal, LotState.Suspended);
    }

    /// @notice See {ICommodities-standingOf}.
    function standing(uint256 record) internal pure returns (Standing) {
        if (record == 0) return Standing.New;
        uint256 trusted;
        uint256 bad;
        uint256 finished;
        for (; finished < LOTS; ++finished) {
            LotState state = LotState(uint8(record >> (finished * BITS)));
            if (state == LotState.None) break;
            if (state == LotState.Trusted) ++trusted;
            if (state == LotState.Flagged || state == LotState.Suspended) {
                ++bad;
                if (finished == 0) return Standing.Flagged;
            }
        }
        if (bad >= 2) return Standing.Flagged;
        return trusted == finished ? Standing.Trusted : Standing.Mixed;
    }
}
