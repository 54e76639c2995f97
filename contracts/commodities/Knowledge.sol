// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Parameter} from "../models/IQualityModels.sol";
import {Schedule} from "../shared/Schedule.sol";
import {Values} from "../shared/Values.sol";
import {Lot, ScoringBasis} from "./ICommodities.sol";

/// @notice The latest final consensus of one parameter of a commodity and the one before it, so that lots closing in
/// the same epoch all compare with earlier lots only.
struct Known {
    int32 value;
    int32 previousValue;
    uint8 decimals;
    uint8 previousDecimals;
    /// Closing epoch of the lot behind `value`; 0 when nothing is known.
    uint32 closingEpoch;
    uint32 previousClosingEpoch;
    uint32 lotId;
}

/// @title Knowledge
/// @notice What is known of a commodity, and what could be known before a lot was measured. The order in which lots are
/// concluded does not matter to what is known last.
library Knowledge {
    /// @notice What was known of every parameter before this lot, and the lot's consensus as what is known from now on.
    function learn(
        mapping(bytes12 code => Known) storage knownOf,
        Lot storage lot,
        uint32 lotId,
        Parameter[] memory parameters,
        Values consensus
    ) internal returns (ScoringBasis memory basis) {
        uint32 closing = Schedule.closingEpoch(lot.startEpoch, lot.epochs);
        Values claims = lot.claims;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            Known memory known = knownOf[p.code];
            basis.base = basis.base.with(i, baseOf(p, known, closing, claims.get(i)));
            basis.tolerances |= uint256(p.tolerance) << (32 * i);
            basis.weights |= uint128(p.weightBps) << uint128(16 * i);
            if (_isNewer(known, closing, lotId)) knownOf[p.code] = _next(known, closing, lotId, consensus.get(i), p);
        }
    }

    /// @notice The last consensus of a lot that closed earlier, else the open claim, else the middle of the legal range.
    function baseOf(Parameter memory p, Known memory known, uint32 closing, int32 claim) internal pure returns (int32) {
        bool latest = known.closingEpoch < closing;
        uint32 knownAt = latest ? known.closingEpoch : known.previousClosingEpoch;
        uint8 decimals = latest ? known.decimals : known.previousDecimals;
        if (knownAt != 0 && knownAt < closing && decimals == p.decimals) {
            return latest ? known.value : known.previousValue;
        }
        return p.isSealed ? int32((int256(p.legalMin) + p.legalMax) / 2) : claim;
    }

    function _isNewer(Known memory known, uint32 closing, uint32 lotId) private pure returns (bool) {
        return closing > known.closingEpoch || (closing == known.closingEpoch && lotId >= known.lotId);
    }

    function _next(
        Known memory known,
        uint32 closing,
        uint32 lotId,
        int32 value,
        Parameter memory p
    ) private pure returns (Known memory) {
        if (closing > known.closingEpoch) {
            known.previousValue = known.value;
            known.previousDecimals = known.decimals;
            known.previousClosingEpoch = known.closingEpoch;
        }
        (known.value, known.decimals) = (value, p.decimals);
        (known.closingEpoch, known.lotId) = (closing, lotId);
        return known;
    }
}
