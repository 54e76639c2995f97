// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IArbitrator} from "@kleros/erc-792/contracts/IArbitrator.sol";
import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Commodities} from "../commodities/Commodities.sol";
import {QualityModels} from "../models/QualityModels.sol";
import {ISettlement} from "../settlement/ISettlement.sol";
import {Bounds} from "../shared/Bounds.sol";
import {DocumentUri} from "../shared/DocumentUri.sol";
import {EpochClock} from "../shared/EpochClock.sol";
import {SelfPermit} from "../shared/SelfPermit.sol";
import {Cases} from "./Cases.sol";
import {Executions} from "./Executions.sol";
import {CaseKind} from "./IDisputes.sol";
import {Purse} from "./Purse.sol";

/// @title Disputes
/// @notice The arbitrable contract of the commune. Holds the bonds of challengers in the settlement asset and their coins for the arbitrator.
///
/// Trusts the arbitrator that the timelock appointed when a case was opened with that case's ruling, which chooses among what challengers
/// asserted, and the registers for what lots and models are. The timelock may appoint the arbitrator of cases to come, the documents that
/// explain cases to jurors and, inside fixed limits, the lowest bond; it cannot decide a case or touch what is held here.
contract Disputes is Executions, AccessManaged {
    uint256 private constant MIN_BOND = 1e6;
    uint256 private constant MAX_BOND = 100_000e6;
    uint256 private constant MIN_LAPSE = 1 hours;
    uint256 private constant MAX_LAPSE = 400 days;

    uint256 private _metaEvidenceCount;

    constructor(
        address authority,
        IERC20 asset_,
        Commodities commodities_,
        QualityModels models_,
        ISettlement settlement_,
        uint48 genesis_,
        uint32 epochLength_,
        uint32 lapseAfter_
    )
        AccessManaged(authority)
        SelfPermit(asset_)
        Purse(settlement_)
        EpochClock(genesis_, epochLength_)
        Cases(commodities_, models_, lapseAfter_)
    {
        Bounds.check("lapseAfter", lapseAfter_, MIN_LAPSE, MAX_LAPSE);
        emit BondRequiredSet(0, bondRequired);
    }

    /// @notice Appoints who rules on cases opened from now on; open ones keep theirs.
    function appointArbitrator(IArbitrator arbitrator_) external restricted {
        arbitrator = arbitrator_;
        isArbitrator[arbitrator_] = true;
        emit ArbitratorAppointed(arbitrator_);
    }

    /// @notice Sets the lowest bond of challenges and cases to come.
    function setBondRequired(uint96 bond) external restricted {
        Bounds.check("challengeBond", bond, MIN_BOND, MAX_BOND);
        emit BondRequiredSet(bondRequired, bond);
        bondRequired = bond;
    }

    /// @notice Publishes the document that explains a kind of case to jurors (ERC-1497), for cases that are referred from now on.
    function setMetaEvidence(CaseKind kind, bytes32 documentDigest) external restricted {
        uint256 id = ++_metaEvidenceCount;
        metaEvidenceOf[kind] = id;
        emit MetaEvidence(id, DocumentUri.uriOf(documentDigest));
    }
}
