// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IPlatforms} from "../../contracts/platforms/IPlatforms.sol";
import {Credits} from "../../contracts/settlement/Credits.sol";
import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Settlement} from "../../contracts/settlement/Settlement.sol";
import {StatementBook} from "../../contracts/settlement/StatementBook.sol";
import {Bounds} from "../../contracts/shared/Bounds.sol";
import {EpochClock} from "../../contracts/shared/EpochClock.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementGovernanceTest is SettlementTest {
    function test_construction() public view {
        vm.assertEq(address(settlement.asset()), address(asset));
        vm.assertEq(address(settlement.commodities()), address(commodities));
        vm.assertEq(address(settlement.models()), address(models));
        vm.assertEq(address(settlement.platforms()), address(platforms));
        vm.assertEq(address(settlement.recommenders()), address(recommenders));
        vm.assertEq(settlement.authority(), address(access));
        vm.assertEq(settlement.genesis(), GENESIS);
        vm.assertEq(settlement.epochLength(), EPOCH);
        vm.assertEq(settlement.challengeWindow(), EPOCH);
        vm.assertEq(settlement.expertBps(), 1_000);
        vm.assertEq(settlement.experiencerBps(), 5_000);
        vm.assertEq(settlement.communeBps(), 60);
    }

    function test_construction_refuses_impossible_clocks() public {
        refuseClock(uint48(block.timestamp + 1), EPOCH);
        refuseClock(GENESIS, 59);
        refuseClock(GENESIS, 28 days + 1);
        deploy(GENESIS, 1 minutes);
        deploy(GENESIS, 28 days);
    }

    function testFuzz_setShares(uint16 expertShare, uint16 experiencerShare, uint16 communeShare) public {
        expertShare = uint16(bound(expertShare, 500, 1_000));
        experiencerShare = uint16(bound(experiencerShare, 3_000, 7_000));
        communeShare = uint16(bound(communeShare, 10, 200));
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.SharesSet(expertShare, experiencerShare, communeShare);
        settlement.setShares(expertShare, experiencerShare, communeShare);
        vm.assertEq(settlement.expertBps(), expertShare);
        vm.assertEq(settlement.experiencerBps(), experiencerShare);
        vm.assertEq(settlement.communeBps(), communeShare);
    }

    function testFuzz_setShares_refuses_expert_out_of_bounds(uint16 share) public {
        if (share >= 500 && share <= 1_000) return;
        refuse(share, 5_000, 60, outOfBounds("expertBps", share, 500, 1_000));
    }

    function testFuzz_setShares_refuses_experiencer_out_of_bounds(uint16 share) public {
        if (share >= 3_000 && share <= 7_000) return;
        refuse(1_000, share, 60, outOfBounds("experiencerBps", share, 3_000, 7_000));
    }

    function testFuzz_setShares_refuses_commune_out_of_bounds(uint16 share) public {
        if (share >= 10 && share <= 200) return;
        refuse(1_000, 5_000, share, outOfBounds("communeBps", share, 10, 200));
    }

    function testFuzz_appointRecipients(address commune, address auditFund) public {
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.RecipientsAppointed(commune, auditFund);
        settlement.appointRecipients(commune, auditFund);
        vm.assertEq(settlement.commune(), commune);
        vm.assertEq(settlement.auditFund(), auditFund);
    }

    function test_appointPlatforms_once() public {
        settlement = deploy(GENESIS, EPOCH);
        vm.assertEq(address(settlement.platforms()), address(0));
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.PlatformsAppointed(address(platforms));
        settlement.appointPlatforms(platforms);
        vm.assertEq(address(settlement.platforms()), address(platforms));
        bytes memory expected = abi.encodeWithSelector(
            ISettlement.PlatformsAlreadyAppointed.selector,
            address(platforms)
        );
        refuseAppointment(platforms, expected);
        refuseAppointment(IPlatforms(stranger), expected);
        vm.assertEq(address(settlement.platforms()), address(platforms));
    }

    function test_appointPlatforms_refuses_zero() public {
        refuseAppointment(IPlatforms(address(0)), abi.encodePacked(ISettlement.ZeroPlatforms.selector));
        settlement = deploy(GENESIS, EPOCH);
        refuseAppointment(IPlatforms(address(0)), abi.encodePacked(ISettlement.ZeroPlatforms.selector));
        vm.assertEq(address(settlement.platforms()), address(0));
    }

    /// Nobody says who may post before the register is there, and nobody pays from bonds.
    function test_without_platforms_nothing_is_posted() public {
        settlement = deploy(GENESIS, EPOCH);
        Receipt[] memory receipts = threeReceipts(1);
        ISettlement.StatementCommit memory statement = Trees.statement(receipts, scopeOf(1));
        toEpoch(2);
        assertRefused(operator, address(settlement), abi.encodeCall(ISettlement.commitStatement, (statement)), "");
        assertRefused(
            abi.encodeCall(ISettlement.compensate, (receipts[0], 1)),
            abi.encodeWithSelector(ISettlement.NotPlatforms.selector, stranger)
        );
    }

    function testFuzz_governance_only(address caller) public {
        vm.assume(caller != address(this));
        bytes memory expected = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(StatementBook.setShares, (1_000, 5_000, 60)),
            expected
        );
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(Credits.appointRecipients, (caller, caller)),
            expected
        );
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(StatementBook.appointPlatforms, (IPlatforms(caller))),
            expected
        );
        settlement = deploy(GENESIS, EPOCH);
        assertRefused(
            caller,
            address(settlement),
            abi.encodeCall(StatementBook.appointPlatforms, (IPlatforms(caller))),
            expected
        );
        vm.assertEq(address(settlement.platforms()), address(0));
    }

    function deploy(uint48 genesis, uint32 epochLength) private returns (Settlement) {
        return new Settlement(address(access), asset, commodities, models, recommenders, genesis, epochLength);
    }

    function refuseClock(uint48 genesis, uint32 epochLength) private {
        vm.expectRevert(abi.encodeWithSelector(EpochClock.InvalidClock.selector, genesis, epochLength));
        deploy(genesis, epochLength);
    }

    function refuseAppointment(IPlatforms platforms_, bytes memory expected) private {
        bytes memory data = abi.encodeCall(StatementBook.appointPlatforms, (platforms_));
        assertRefused(address(this), address(settlement), data, expected);
    }

    function refuse(uint16 expertShare, uint16 experiencerShare, uint16 communeShare, bytes memory expected) private {
        assertRefused(
            address(this),
            address(settlement),
            abi.encodeCall(StatementBook.setShares, (expertShare, experiencerShare, communeShare)),
            expected
        );
    }

    function outOfBounds(bytes32 name, uint256 value, uint256 min, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(Bounds.ParameterOutOfBounds.selector, name, value, min, max);
    }
}
