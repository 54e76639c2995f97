// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IQualityModels, Parameter} from "../models/IQualityModels.sol";
import {Values} from "../shared/Values.sol";
import {Grading} from "./Grading.sol";
import {ICommodities, Lot, LotState, ScoringBasis, Verdict} from "./ICommodities.sol";
import {Knowledge, Known} from "./Knowledge.sol";

/// @notice What a round found of a lot.
struct Finding {
    uint32 lotId;
    uint32 modelId;
    uint32 reports;
    /// In hundredths.
    uint256 effectiveReports;
    Values consensus;
    /// The consensus is that of a challenger, by ruling of a court.
    bool overturned;
}

/// @title Twins
/// @notice Grades a lot by the consensus of its round and learns from it. Deployed on its own and linked, so that the contract that
/// keeps the lots stays below the size limit.
library Twins {
    /// @notice A lot that was suspended before stays so. `failed`: a court found the claim of a critical parameter off by more than one
    /// tolerance.
    function prove(
        Lot storage lot,
        mapping(bytes12 code => Known) storage knownOf,
        IQualityModels models,
        Finding calldata finding
    ) external returns (ScoringBasis memory basis, LotState, bool failed) {
        Parameter[] memory parameters = models.parametersOf(finding.modelId, lot.revision);
        basis = Knowledge.learn(knownOf, lot, finding.lotId, parameters, finding.consensus);
        Verdict memory verdict = Grading.grade(parameters, lot.claims, finding.consensus);
        (verdict.reports, verdict.effectiveReports) = (finding.reports, finding.effectiveReports);
        failed = finding.overturned && Grading.hasFailed(parameters, verdict.grades);
        if (failed || lot.state == LotState.Suspended) verdict.state = LotState.Suspended;
        lot.gradeBps = verdict.overallBps;
        emit ICommodities.TwinProven(finding.lotId, lot.commodityId, verdict);
        return (basis, verdict.state, failed);
    }
}
