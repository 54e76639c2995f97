// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Case, CaseState, Challenge} from "../../contracts/disputes/IDisputes.sol";
import {Report, ReportState, Round, RoundState} from "../../contracts/experience/IEvaluations.sol";
import {DisputesWorld} from "../support/DisputesWorld.sol";
import {vm} from "../support/Vm.sol";

contract DisputesInvariants is DisputesWorld {
    struct FuzzSelector {
        address addr;
        bytes4[] selectors;
    }

    /* WHAT IS CALLED AT RANDOM: this contract itself */

    function targetContracts() external view returns (address[] memory list) {
        list = new address[](1);
        list[0] = address(this);
    }

    function targetSelectors() external view returns (FuzzSelector[] memory list) {
        list = new FuzzSelector[](1);
        bytes4[] memory selectors = new bytes4[](3);
        // Twice, so that more happens than time passes.
        (selectors[0], selectors[1], selectors[2]) = (this.act.selector, this.act.selector, this.wait_.selector);
        list[0] = FuzzSelector(address(this), selectors);
    }

    /* THE WORLD IS WORTH LOOKING AT */

    /// @dev Without this the invariants could hold because nothing ever happens.
    function test_world_seesEverything() public {
        Counts memory sum;
        for (uint256 run; run < 4; ++run) {
            uint256 state = vm.snapshotState();
            for (uint256 k; k < 150; ++k) {
                uint256 random = mix(run, k);
                if (k > 25 && random % 8 == 0) wait_(random);
                else act(random);
            }
            assertAll();
            everyCaseEnds();
            assertAll();
            sum.challenges += counts.challenges;
            sum.subjects += counts.subjects;
            sum.referred += counts.referred;
            sum.upheld += counts.upheld;
            sum.overturned += counts.overturned;
            sum.voided += counts.voided;
            sum.none += counts.none;
            sum.condemned += counts.condemned;
            sum.lapsed += counts.lapsed;
            sum.slashed += counts.slashed;
            sum.moot += counts.moot;
            sum.finalized += counts.finalized;
            bytes memory carried = abi.encode(sum);
            vm.revertToState(state);
            sum = abi.decode(carried, (Counts));
        }
        vm.assertGe(sum.challenges, 20, "challenges");
        vm.assertGe(sum.subjects, 8, "subjects");
        vm.assertGe(sum.referred, 8, "referred");
        vm.assertGe(sum.upheld, 2, "upheld");
        vm.assertGe(sum.overturned, 2, "overturned");
        vm.assertGe(sum.voided, 2, "voided");
        vm.assertGe(sum.none, 1, "none");
        vm.assertGe(sum.condemned, 2, "condemned");
        vm.assertGe(sum.lapsed, 1, "lapsed");
        vm.assertGe(sum.slashed, 1, "slashed");
        vm.assertGe(sum.moot, 1, "moot");
        vm.assertGe(sum.finalized, 4, "finalized");
    }

    /// @notice Runs after every sequence of random calls.
    function afterInvariant() external {
        everyCaseEnds();
        assertAll();
    }

    /// @dev By calls that anybody can make, whatever the arbitrator does.
    function everyCaseEnds() private {
        if (block.timestamp < startOf(SCORING)) advance(startOf(SCORING) - block.timestamp);
        keepAll(1);
        advance(LAPSE + 1);
        keepAll(2);
        keepAll(3);
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) assertState(id, CaseState.Closed);
        vm.assertEq(commodities.commodityOf(commodityId).cases, 0);
        vm.assertEq(refusals, 0, string(refusal));
        for (uint256 i; i < LOTS; ++i) {
            vm.assertTrue(uint256(evaluations.roundOf(lots[i]).state) >= uint256(RoundState.Final));
        }
    }

    function assertAll() private view {
        invariant_HonestActionsAreNeverRefused();
        invariant_DisputesHoldWhatTheyOwe();
        invariant_DisputesHoldTheCoinsTheyOwe();
        invariant_EvaluationsHoldWhatTheyOwe();
        invariant_BondsAreThere();
        invariant_NobodyIsSlashedWithoutAnOverturn();
        invariant_BountiesKeepTheirCap();
        invariant_OtherRoundsAreNotHeldUp();
        invariant_CasesAreCounted();
    }

    /* TRUTHS */

    /// hardhat-config: invariant.runs = 4
    function invariant_HonestActionsAreNeverRefused() public view {
        vm.assertEq(refusals, 0, string(refusal));
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_DisputesHoldWhatTheyOwe() public view {
        uint256 owed = disputes.auditFundAccrued();
        for (uint256 i; i < 5; ++i) owed += disputes.creditOf(someone(i));
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            if (stateOf(id) == CaseState.Closed) continue;
            Challenge[] memory list = disputes.challengesOf(id);
            for (uint256 i; i < list.length; ++i) owed += list[i].bond;
        }
        vm.assertEq(asset.balanceOf(address(disputes)), owed);
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_DisputesHoldTheCoinsTheyOwe() public view {
        uint256 owed = disputes.returnedBy(court);
        for (uint256 i; i < 5; ++i) owed += disputes.coinsOf(someone(i));
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            Challenge[] memory list = disputes.challengesOf(id);
            vm.assertLe(list.length, 4);
            for (uint256 i; i < list.length; ++i) owed += list[i].fee;
        }
        vm.assertEq(address(disputes).balance, owed);
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_EvaluationsHoldWhatTheyOwe() public view {
        uint256 owed = evaluations.auditFundAccrued();
        for (uint256 i; i < 5; ++i) owed += evaluations.creditOf(someone(i));
        for (uint256 i; i < LOTS; ++i) {
            Round memory round = evaluations.roundOf(lots[i]);
            owed += round.prize - round.paid;
            for (uint32 id = 1; id <= REPORTERS; ++id) {
                Report memory report = evaluations.reportOf(lots[i], id);
                if (report.state == ReportState.Claimed) continue;
                owed += uint256(report.fee) * report.bondMultiple;
            }
        }
        vm.assertEq(asset.balanceOf(address(evaluations)), owed);
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_BondsAreThere() public view {
        vm.assertEq(asset.balanceOf(address(commodities)), commodities.commodityOf(commodityId).bond);
        // Until a court takes it, the bond never falls below what a court can take.
        if (_courtTookNothing()) vm.assertGe(bondOfCommodity(), commodities.bondRequired());
        (uint96 bond, ) = models.bondOf(modelId);
        vm.assertEq(asset.balanceOf(address(models)), bond);
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_NobodyIsSlashedWithoutAnOverturn() public view {
        vm.assertEq(wronged, 0);
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_BountiesKeepTheirCap() public view {
        for (uint256 i; i < LOTS; ++i) {
            Round memory round = evaluations.roundOf(lots[i]);
            (address challenger, uint128 left) = evaluations.bountyOf(lots[i]);
            vm.assertEq(round.overturned, challenger != address(0));
            vm.assertLe(left, 60 * uint256(BOND));
        }
    }

    /// hardhat-config: invariant.runs = 4
    /// @dev A round that nobody challenged is scored in the epoch after its closing, whatever happens to others.
    function invariant_OtherRoundsAreNotHeldUp() public view {
        for (uint256 i; i < LOTS; ++i) {
            Round memory round = evaluations.roundOf(lots[i]);
            vm.assertEq(round.held, disputes.caseOfRound(lots[i]) != 0);
            if (uint256(round.state) < uint256(RoundState.Final)) continue;
            if (!round.held || round.state == RoundState.Unproven) vm.assertEq(round.scoringEpoch, SCORING);
            else vm.assertGt(round.scoringEpoch, SCORING);
        }
    }

    /// hardhat-config: invariant.runs = 4
    function invariant_CasesAreCounted() public view {
        uint256 onLots;
        uint256 onModels;
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            Case memory one = disputes.caseOf(id);
            if (one.state == CaseState.Closed) continue;
            if (uint256(one.kind) == 2) ++onModels;
            else ++onLots;
        }
        vm.assertEq(commodities.commodityOf(commodityId).cases, onLots);
        vm.assertEq(disputes.caseOfModel(modelId) == 0 ? 0 : 1, onModels);
    }

    function _courtTookNothing() private view returns (bool) {
        for (uint256 id = 1; id <= disputes.caseCount(); ++id) {
            Case memory one = disputes.caseOf(id);
            if (one.state == CaseState.Closed && one.ruling > 1) return false;
        }
        return true;
    }
}
