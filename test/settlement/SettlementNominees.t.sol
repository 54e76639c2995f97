// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {ISettlement, Receipt} from "../../contracts/settlement/ISettlement.sol";
import {Sums, SumsOverflow} from "../../contracts/settlement/Sums.sol";
import {InnerTree, Node, SumTree} from "../../contracts/settlement/SumTree.sol";
import {SettlementTest} from "../support/SettlementTest.sol";
import {Scope, Trees} from "../support/Trees.sol";
import {bound, vm} from "../support/Vm.sol";

contract SettlementNomineesTest is SettlementTest {
    Receipt[] private receipts;
    InnerTree private inner;
    Node[] private path;

    function setUp() public override {
        super.setUp();
        Receipt[] memory three = threeReceipts(1);
        for (uint256 i; i < 3; ++i) receipts.push(three[i]);
        settle(receipts);
        inner = Trees.nomineeTree(receipts, scopeOf(1), lotId, 1);
        Node[] memory nodes = Trees.nomineePath(receipts, scopeOf(1), lotId, 1);
        for (uint256 i; i < nodes.length; ++i) path.push(nodes[i]);
    }

    function test_openNominee_adds_to_what_is_nominated() public {
        openLot(receipts, lotId);
        uint256 before = settlement.statementOf(platformId, 1).remaining;
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.NomineeOpened(platformId, 1, lotId, 1, inner.root, 450_001, 2, 450_001);
        vm.prank(stranger);
        settlement.openNominee(platformId, 1, lotId, 1, inner, path);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 450_001);
        vm.assertEq(settlement.nominatedOf(lotId, 2), 0);
        vm.assertTrue(settlement.isNomineeOpened(platformId, 1, lotId, 1));
        vm.assertFalse(settlement.isNomineeOpened(platformId, 1, lotId, 2));
        vm.assertEq(settlement.statementOf(platformId, 1).remaining, before);

        openNominee(receipts, lotId, 2);
        vm.assertEq(settlement.nominatedOf(lotId, 2), 450_001);
    }

    function test_openNominee_sums_statements() public {
        openLot(receipts, lotId);
        openNominee(receipts, lotId, 1);
        Receipt[] memory later = oneReceipt(2, 1_000_000);
        settle(later);
        openLot(later, lotId);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlement.NomineeOpened(
            platformId,
            2,
            lotId,
            1,
            Trees.nomineeTree(later, scopeOf(2), lotId, 1).root,
            150_000,
            1,
            600_001
        );
        openNominee(later, lotId, 1);
        vm.assertEq(settlement.nominatedOf(lotId, 1), 600_001);
    }

    function test_nominationsCloseAt() public {
        vm.assertEq(settlement.nominationsCloseAt(lotId), 0);
        openLot(receipts, lotId);
        vm.assertEq(settlement.nominationsCloseAt(lotId), settlement.epochStart(CLAIMING));
        vm.assertEq(settlement.nominationsCloseAt(lotId + 1), 0);
    }

    function testFuzz_openNominee_sparse_ids(uint32 nomineeId, uint72 sales) public {
        nomineeId = uint32(bound(nomineeId, 1, type(uint32).max));
        Receipt[] memory later = oneReceipt(2, uint72(bound(sales, 0, type(uint72).max / 2)));
        later[0].nomineeId = nomineeId;
        settle(later);
        openLot(later, lotId);
        openNominee(later, lotId, nomineeId);
        vm.assertEq(settlement.nominatedOf(lotId, nomineeId), later[0].fee);
    }

    /* REFUSALS */

    function test_openNominee_refuses_nobody() public {
        openLot(receipts, lotId);
        refuse(0, abi.encodePacked(ISettlement.NobodyNominated.selector));
    }

    function test_openNominee_refuses_twice() public {
        openLot(receipts, lotId);
        openNominee(receipts, lotId, 1);
        refuse(1, abi.encodeWithSelector(ISettlement.NomineeAlreadyOpened.selector, platformId, 1, lotId, 1));
    }

    function testFuzz_openNominee_refuses_before_its_lot(uint32 platform, uint32 epoch, uint32 lot) public {
        openLot(receipts, lotId);
        if (platform == platformId && epoch == 1 && lot == lotId) return;
        assertRefused(
            abi.encodeCall(ISettlement.openNominee, (platform, epoch, lot, 1, inner, path)),
            abi.encodeWithSelector(ISettlement.LotNotOpened.selector, platform, epoch, lot)
        );
    }

    function test_openNominee_refuses_once_scoring_is_over() public {
        openLot(receipts, lotId);
        uint48 end = settlement.epochStart(CLAIMING);
        vm.warp(end);
        refuse(1, abi.encodeWithSelector(ISettlement.ScoringClosed.selector, lotId, end));
        vm.warp(end - 1);
        openNominee(receipts, lotId, 1);
    }

    function test_openNominee_refuses_another_index() public {
        openLot(receipts, lotId);
        refuseRoot(scopeOf(1), 2);
        refuseRoot(scopeOf(1), 3);
    }

    function testFuzz_openNominee_refuses_index_outside(uint32 nomineeId) public {
        openLot(receipts, lotId);
        nomineeId = uint32(bound(nomineeId, 4, type(uint32).max));
        refuse(nomineeId, abi.encodeWithSelector(SumTree.PositionOutsideTree.selector, nomineeId, 2));
    }

    /// The lot leaf fixes how deep its nominee tree is.
    function test_openNominee_refuses_another_depth() public {
        openLot(receipts, lotId);
        path.push();
        refuseRoot(scopeOf(1), 1);
        path.pop();
        path.pop();
        refuseRoot(scopeOf(1), 1);
    }

    function test_openNominee_refuses_another_inner_depth() public {
        openLot(receipts, lotId);
        inner.depth ^= 1;
        refuseRoot(scopeOf(1), 1);
    }

    function test_openNominee_refuses_another_chain() public {
        openLot(receipts, lotId);
        vm.chainId(1);
        bytes32 stored = Trees.outerLeaf(3, scopeAt(31337), Trees.lotTree(receipts, scopeAt(31337), lotId)).hash;
        refuse(1, abi.encodeWithSelector(ISettlement.RootMismatch.selector, stored, lotLeafOver(scopeAt(1), 1)));
    }

    /// The same nominee tree under a lot of the next epoch.
    function test_openNominee_refuses_another_epoch() public {
        Receipt[] memory later = threeReceipts(2);
        settle(later);
        openLot(later, lotId);
        bytes32 stored = Trees.outerLeaf(3, scopeOf(2), Trees.lotTree(later, scopeOf(2), lotId)).hash;
        bytes memory expected = abi.encodeWithSelector(
            ISettlement.RootMismatch.selector,
            stored,
            lotLeafOver(scopeOf(2), 1)
        );
        assertRefused(abi.encodeCall(ISettlement.openNominee, (platformId, 2, lotId, 1, inner, path)), expected);
    }

    function testFuzz_openNominee_refuses_other_sums(uint8 bit, bool inPath) public {
        openLot(receipts, lotId);
        uint256 flip = 1 << ((uint256(bit) % 16) + 72 * (bit % 4));
        if (inPath) path[1].sums = Sums.wrap(Sums.unwrap(path[1].sums) ^ flip);
        else inner.sums = Sums.wrap(Sums.unwrap(inner.sums) ^ flip);
        refuseRoot(scopeOf(1), 1);
    }

    function test_openNominee_refuses_sums_that_overflow() public {
        openLot(receipts, lotId);
        path[0].sums = Sums.wrap(type(uint256).max);
        refuse(1, abi.encodeWithSelector(SumsOverflow.selector, inner.sums, path[0].sums));
    }

    /// A nominee with more than his lot: whatever he claims, the sums climb to another lot leaf.
    function testFuzz_openNominee_never_exceeds_its_lot(uint256 sums) public {
        openLot(receipts, lotId);
        if (Sums.wrap(sums) == inner.sums) return;
        inner.sums = Sums.wrap(sums);
        (bool success, ) = address(settlement).call(
            abi.encodeCall(ISettlement.openNominee, (platformId, 1, lotId, 1, inner, path))
        );
        vm.assertFalse(success);
    }

    /* HELPERS */

    function scopeAt(uint256 chainId) private view returns (Scope memory) {
        return Scope(chainId, address(settlement), platformId, 1);
    }

    /// @dev The lot leaf that the proof in storage leads to.
    function lotLeafOver(Scope memory scope, uint32 nomineeId) private view returns (bytes32) {
        Node memory root = Trees.climb(Trees.outerLeaf(2, scope, inner), nomineeId, path);
        return Trees.outerLeaf(3, scope, InnerTree(root.hash, root.sums, uint8(path.length))).hash;
    }

    function refuse(uint32 nomineeId, bytes memory expected) private {
        assertRefused(
            abi.encodeCall(ISettlement.openNominee, (platformId, 1, lotId, nomineeId, inner, path)),
            expected
        );
    }

    function refuseRoot(Scope memory scope, uint32 nomineeId) private {
        bytes32 stored = Trees.outerLeaf(3, scope, Trees.lotTree(receipts, scope, lotId)).hash;
        refuse(
            nomineeId,
            abi.encodeWithSelector(ISettlement.RootMismatch.selector, stored, lotLeafOver(scope, nomineeId))
        );
    }
}
