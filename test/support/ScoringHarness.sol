// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Decay} from "../../contracts/experience/Decay.sol";
import {Scoring} from "../../contracts/experience/Scoring.sol";
import {Values} from "../../contracts/shared/Values.sol";

/// @notice {Scoring} and {Decay} from outside, many cases in one call.
contract ScoringHarness {
    struct Assessment {
        Values reported;
        Values consensus;
        Values base;
        uint256 tolerances;
        uint128 weights;
    }

    function accuracies(uint256[] calldata d) external pure returns (uint256[] memory results) {
        results = new uint256[](d.length);
        for (uint256 i; i < d.length; ++i) results[i] = Scoring.accuracyOf(d[i]);
    }

    function skills(uint256[] calldata d, uint256[] calldata d0) external pure returns (uint256[] memory results) {
        results = new uint256[](d.length);
        for (uint256 i; i < d.length; ++i) results[i] = Scoring.skillOf(d[i], d0[i]);
    }

    function qualities(
        uint256[] calldata accuracy,
        uint256[] calldata skill
    ) external pure returns (uint256[] memory results) {
        results = new uint256[](accuracy.length);
        for (uint256 i; i < accuracy.length; ++i) results[i] = Scoring.qualityOf(accuracy[i], skill[i]);
    }

    function buckets(uint256[] calldata quality) external pure returns (uint8[] memory results) {
        results = new uint8[](quality.length);
        for (uint256 i; i < quality.length; ++i) results[i] = Scoring.bucketOf(quality[i]);
    }

    function assess(Assessment calldata a) public pure returns (uint256 accuracy, uint256 quality) {
        uint256 basis = Scoring.basisOf(a.base, a.consensus, a.tolerances, a.weights);
        return Scoring.assess(a.reported, a.consensus, a.tolerances, basis);
    }

    function assessAll(
        Assessment[] calldata cases
    ) external pure returns (uint256[] memory accuracy, uint256[] memory quality) {
        (accuracy, quality) = (new uint256[](cases.length), new uint256[](cases.length));
        for (uint256 i; i < cases.length; ++i) (accuracy[i], quality[i]) = assess(cases[i]);
    }

    function multipliers(
        uint256[] calldata elapsed,
        uint256[] calldata halfLife
    ) external pure returns (uint256[] memory results) {
        results = new uint256[](elapsed.length);
        for (uint256 i; i < elapsed.length; ++i) results[i] = Decay.multiplier(elapsed[i], halfLife[i]);
    }

    function inflate(uint256[] calldata amounts, uint256[] calldata m) external pure returns (uint256[] memory raw) {
        raw = new uint256[](amounts.length);
        for (uint256 i; i < amounts.length; ++i) raw[i] = Decay.inflate(amounts[i], m[i]);
    }

    function deflate(uint256[] calldata raw, uint256[] calldata m) external pure returns (uint256[] memory amounts) {
        amounts = new uint256[](raw.length);
        for (uint256 i; i < raw.length; ++i) amounts[i] = Decay.deflate(raw[i], m[i]);
    }
}
