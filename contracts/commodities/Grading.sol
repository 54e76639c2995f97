// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Direction, Parameter} from "../models/IQualityModels.sol";
import {Values, distance} from "../shared/Values.sol";
import {LotState, Verdict} from "./ICommodities.sol";

/// @title Grading
/// @notice How far a consensus may be from a claim. Deviations count in 1/128 of the tolerance, on the bad side only:
/// 100 points at the claim, 60 at one tolerance, 0 at two. All rounding is against the producer.
library Grading {
    /// @dev One tolerance.
    uint256 internal constant UNIT = 128;
    uint256 internal constant FULL_BPS = 10_000;
    uint256 internal constant PASS_BPS = 6_000;

    function deviation(Parameter memory parameter, int32 claim, int32 consensus) internal pure returns (uint256) {
        if (parameter.direction == Direction.AtLeast && consensus >= claim) return 0;
        if (parameter.direction == Direction.AtMost && consensus <= claim) return 0;
        return Math.ceilDiv(distance(consensus, claim) * UNIT, parameter.tolerance);
    }

    function gradeBps(uint256 d) internal pure returns (uint256) {
        if (d <= UNIT) return FULL_BPS - Math.ceilDiv((FULL_BPS - PASS_BPS) * d, UNIT);
        if (d >= 2 * UNIT) return 0;
        return PASS_BPS - Math.ceilDiv(PASS_BPS * (d - UNIT), UNIT);
    }

    /// @notice Whether the claim of a critical parameter is off by more than one tolerance, to the bad side.
    function hasFailed(Parameter[] memory parameters, uint16[] memory grades) internal pure returns (bool) {
        for (uint256 i; i < parameters.length; ++i) {
            if (parameters[i].critical && grades[i] < PASS_BPS) return true;
        }
        return false;
    }

    /// @notice Verdict on a lot, without what is said of its reports.
    function grade(
        Parameter[] memory parameters,
        Values claims,
        Values consensus
    ) internal pure returns (Verdict memory verdict) {
        verdict.state = LotState.Trusted;
        verdict.consensus = consensus.unpack(parameters.length);
        verdict.claims = claims.unpack(parameters.length);
        verdict.grades = new uint16[](parameters.length);
        uint256 weighted;
        for (uint256 i; i < parameters.length; ++i) {
            Parameter memory p = parameters[i];
            (int32 claim, int32 found) = (claims.get(i), consensus.get(i));
            uint256 points = gradeBps(deviation(p, claim, found));
            verdict.grades[i] = uint16(points);
            weighted += points * p.weightBps;
            bool failed = p.critical && points < PASS_BPS;
            if (failed || found < p.legalMin || found > p.legalMax) verdict.state = LotState.Flagged;
            if (p.isSealed && distance(found, claim) > p.tolerance) verdict.contested |= uint8(1 << i);
        }
        verdict.overallBps = uint16(weighted / FULL_BPS);
    }
}
