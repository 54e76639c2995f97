// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {LotTerms} from "../commodities/ICommodities.sol";
import {Values} from "../shared/Values.sol";
import {Cases} from "./Cases.sol";
import {ChallengeLists} from "./ChallengeLists.sol";
import {Case, CaseKind, Ground, IDisputes} from "./IDisputes.sol";

/// @title SubjectCases
/// @notice Cases about lots and models as such. They go to the arbitrator at once.
abstract contract SubjectCases is Cases {
    /// @dev The subject stays, or it goes.
    uint8 private constant CHOICES = 2;

    /// @inheritdoc IDisputes
    mapping(uint32 lotId => uint256 caseId) public caseOfListing;
    /// @inheritdoc IDisputes
    mapping(uint32 modelId => uint256 caseId) public caseOfModel;

    /// @inheritdoc IDisputes
    function disputeListing(
        uint32 lotId,
        Ground ground,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId) {
        _checkBond(bond);
        require(ground != Ground.None, NoGround());
        require(caseOfListing[lotId] == 0, CaseAlreadyOpen(lotId, caseOfListing[lotId]));
        LotTerms memory terms = commodities.termsOf(lotId);
        require(ChallengeLists.isListed(address(commodities), lotId), AlreadySuspended(lotId));
        Case storage one;
        (caseId, one) = _open(CaseKind.Listing, lotId, ground, uint48(block.timestamp));
        caseOfListing[lotId] = caseId;
        (one.producer, one.expert) = (terms.producer, models.ownerOf(terms.modelId));
        (one.evaluations, one.reportersFixed) = (terms.evaluations, block.timestamp >= epochStart(terms.closingEpoch));
        _announce(caseId, one);
        commodities.holdBond(lotId);
        _bring(caseId, bond, evidenceDigest);
    }

    /// @inheritdoc IDisputes
    function disputeModel(
        uint32 modelId,
        Ground ground,
        uint96 bond,
        bytes32 evidenceDigest
    ) external payable returns (uint256 caseId) {
        _checkBond(bond);
        require(ground != Ground.None, NoGround());
        require(caseOfModel[modelId] == 0, CaseAlreadyOpen(modelId, caseOfModel[modelId]));
        (uint96 atStake, ) = models.bondOf(modelId);
        require(atStake > 0 || models.isActive(modelId), NothingAtStake(modelId));
        Case storage one;
        (caseId, one) = _open(CaseKind.Model, modelId, ground, uint48(block.timestamp));
        caseOfModel[modelId] = caseId;
        one.expert = models.ownerOf(modelId);
        _announce(caseId, one);
        models.holdBond(modelId);
        _bring(caseId, bond, evidenceDigest);
    }

    function _bring(uint256 caseId, uint96 bond, bytes32 evidenceDigest) private {
        _add(caseId, new int32[](0), Values.wrap(0), bond, evidenceDigest);
        _refer(caseId, CHOICES, 0);
    }
}
