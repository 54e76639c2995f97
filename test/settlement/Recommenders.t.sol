// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {Recommenders} from "../../contracts/settlement/Recommenders.sol";
import {ReferralGrant} from "../../contracts/settlement/SignedMessages.sol";
import {DenseRegistry} from "../../contracts/shared/DenseRegistry.sol";
import {ContractWallet} from "../support/ContractWallet.sol";
import {Refusals} from "../support/Refusals.sol";
import {bound, vm} from "../support/Vm.sol";

contract RecommendersTest is Refusals {
    address private constant ALICE = address(0xA11CE);
    address private constant PAYOUT = address(0xFA);
    address private constant BOB = address(0xB0B);
    uint256 private constant KEY = 0xCA401;

    Recommenders private recommenders;

    function setUp() public {
        recommenders = new Recommenders();
        vm.prank(ALICE);
        recommenders.register(PAYOUT);
    }

    function testFuzz_register(address account, address payout) public {
        vm.assume(account != ALICE && payout != address(0));
        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderRegistered(2, account, payout);
        vm.prank(account);
        vm.assertEq(recommenders.register(payout), 2);
        vm.assertEq(recommenders.registered(), 2);
        vm.assertEq(recommenders.idOf(account), 2);
        vm.assertEq(recommenders.accountOf(2), account);
        vm.assertEq(recommenders.payoutOf(2), payout);
        vm.assertEq(recommenders.payoutOf(1), PAYOUT);
    }

    function test_ids_are_dense() public {
        for (uint160 i = 2; i < 10; ++i) {
            vm.prank(address(i));
            vm.assertEq(recommenders.register(PAYOUT), i);
        }
        vm.assertEq(recommenders.registered(), 9);
    }

    function test_register_refuses_twice() public {
        refuse(
            ALICE,
            abi.encodeCall(Recommenders.register, (address(1))),
            abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, ALICE, 1)
        );
    }

    function testFuzz_register_refuses_zero_payout(address account) public {
        refuse(
            account,
            abi.encodeCall(Recommenders.register, (address(0))),
            abi.encodePacked(Recommenders.ZeroPayout.selector)
        );
    }

    function testFuzz_setPayout(address payout) public {
        vm.assume(payout != address(0));
        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderPayoutSet(1, payout);
        vm.prank(ALICE);
        recommenders.setPayout(payout);
        vm.assertEq(recommenders.payoutOf(1), payout);
        vm.assertEq(recommenders.accountOf(1), ALICE);
    }

    function test_setPayout_refuses_zero() public {
        refuse(
            ALICE,
            abi.encodeCall(Recommenders.setPayout, (address(0))),
            abi.encodePacked(Recommenders.ZeroPayout.selector)
        );
    }

    function testFuzz_setPayout_registered_only(address account) public {
        vm.assume(account != ALICE);
        refuse(
            account,
            abi.encodeCall(Recommenders.setPayout, (account == address(0) ? ALICE : account)),
            abi.encodeWithSelector(Recommenders.NotRegistered.selector, account)
        );
    }

    function testFuzz_unknown_ids_are_nobody(uint32 id) public view {
        vm.assume(id != 1);
        vm.assertEq(recommenders.payoutOf(id), address(0));
        vm.assertEq(recommenders.accountOf(id), address(0));
    }

    /* HANDING AN ID OVER */

    function testFuzz_offer_and_accept(address to, address payout) public {
        vm.assume(to != ALICE && to != address(0) && payout != address(0));
        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderOffered(1, to);
        offer(to);
        vm.assertEq(recommenders.offeredTo(1), to);
        vm.assertEq(recommenders.accountOf(1), ALICE);
        vm.assertEq(recommenders.payoutOf(1), PAYOUT);

        vm.expectEmit(true, true, true, true, address(recommenders));
        emit Recommenders.RecommenderTransferred(1, ALICE, to, payout);
        vm.prank(to);
        recommenders.accept(1, payout);
        vm.assertEq(recommenders.accountOf(1), to);
        vm.assertEq(recommenders.idOf(to), 1);
        vm.assertEq(recommenders.idOf(ALICE), 0);
        vm.assertEq(recommenders.payoutOf(1), payout);
        vm.assertEq(recommenders.offeredTo(1), address(0));
        vm.assertEq(recommenders.registered(), 1);
        bytes memory none = abi.encodeWithSelector(Recommenders.NotRegistered.selector, ALICE);
        refuse(ALICE, abi.encodeCall(Recommenders.setPayout, (ALICE)), none);
        refuse(ALICE, abi.encodeCall(Recommenders.offer, (ALICE)), none);
        refuseAccept(to, payout, abi.encodeWithSelector(Recommenders.NotOffered.selector, 1, to));
    }

    /// Ids stay dense and whose they are: who gave one away gets a new one.
    function test_who_gave_an_id_away_registers_anew() public {
        offer(BOB);
        vm.prank(BOB);
        recommenders.accept(1, BOB);
        vm.prank(ALICE);
        vm.assertEq(recommenders.register(PAYOUT), 2);
        vm.assertEq(recommenders.accountOf(1), BOB);
        vm.prank(BOB);
        recommenders.offer(ALICE);
        refuseAccept(ALICE, PAYOUT, abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, ALICE, 2));
    }

    function test_an_offer_is_taken_back_or_replaced() public {
        offer(BOB);
        offer(address(0));
        refuseAccept(BOB, PAYOUT, abi.encodeWithSelector(Recommenders.NotOffered.selector, 1, BOB));
        offer(BOB);
        offer(PAYOUT);
        refuseAccept(BOB, PAYOUT, abi.encodeWithSelector(Recommenders.NotOffered.selector, 1, BOB));
        vm.prank(PAYOUT);
        recommenders.accept(1, BOB);
        vm.assertEq(recommenders.accountOf(1), PAYOUT);
    }

    function testFuzz_offer_registered_only(address account) public {
        vm.assume(account != ALICE);
        refuse(
            account,
            abi.encodeCall(Recommenders.offer, (BOB)),
            abi.encodeWithSelector(Recommenders.NotRegistered.selector, account)
        );
    }

    function testFuzz_accept_refuses_others(address caller, uint32 id) public {
        vm.assume(caller != BOB && caller != address(0));
        offer(BOB);
        refuseAccept(caller, PAYOUT, abi.encodeWithSelector(Recommenders.NotOffered.selector, 1, caller));
        if (id == 1) return;
        refuse(
            BOB,
            abi.encodeCall(Recommenders.accept, (id, PAYOUT)),
            abi.encodeWithSelector(Recommenders.NotOffered.selector, id, BOB)
        );
    }

    /// An account has one id at most, also when it is offered its own.
    function test_accept_refuses_who_has_an_id() public {
        vm.prank(BOB);
        recommenders.register(BOB);
        offer(BOB);
        refuseAccept(BOB, PAYOUT, abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, BOB, 2));
        offer(ALICE);
        refuseAccept(ALICE, PAYOUT, abi.encodeWithSelector(DenseRegistry.AlreadyRegistered.selector, ALICE, 1));
    }

    function test_accept_refuses_zero_payout() public {
        offer(BOB);
        refuseAccept(BOB, address(0), abi.encodePacked(Recommenders.ZeroPayout.selector));
    }

    /* GRANTS */

    function testFuzz_checkGrant(ReferralGrant memory grant, uint256 key, uint64 chainId) public {
        key = bound(key, 1, type(uint128).max);
        grant.recommenderId = registerKey(key);
        vm.chainId(bound(chainId, 1, type(uint64).max - 1));
        vm.warp(grant.validUntil);
        bytes32 digest = digestOf(grant);
        vm.assertEq(recommenders.checkGrant(grant, signedBy(key, digest)), digest);
    }

    function test_checkGrant_of_a_contract() public {
        ContractWallet wallet = new ContractWallet(vm.addr(KEY));
        vm.prank(address(wallet));
        ReferralGrant memory grant = grantOf(recommenders.register(PAYOUT));
        bytes memory signature = signedBy(KEY, digestOf(grant));
        vm.assertEq(recommenders.checkGrant(grant, signature), digestOf(grant));
        wallet.deny(true);
        refuseGrant(grant, signature, address(wallet));
        wallet.deny(false);
        refuseGrant(grant, signedBy(KEY + 1, digestOf(grant)), address(wallet));
    }

    function testFuzz_checkGrant_refuses_expired(uint48 validUntil, uint32 later) public {
        ReferralGrant memory grant = grantOf(registerKey(KEY));
        grant.validUntil = validUntil;
        vm.warp(uint256(validUntil) + 1 + later);
        refuse(
            BOB,
            abi.encodeCall(Recommenders.checkGrant, (grant, signedBy(KEY, digestOf(grant)))),
            abi.encodeWithSelector(Recommenders.GrantExpired.selector, validUntil)
        );
    }

    function testFuzz_checkGrant_refuses_other_keys(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != KEY);
        ReferralGrant memory grant = grantOf(registerKey(KEY));
        refuseGrant(grant, signedBy(key, digestOf(grant)), vm.addr(KEY));
    }

    function testFuzz_checkGrant_refuses_unknown_recommenders(uint32 id) public {
        vm.assume(id != 1);
        ReferralGrant memory grant = grantOf(id);
        refuseGrant(grant, signedBy(KEY, digestOf(grant)), address(0));
    }

    function testFuzz_checkGrant_refuses_whatever_was_not_signed(uint8 field, uint16 change) public {
        ReferralGrant memory grant = grantOf(registerKey(KEY));
        bytes memory signature = signedBy(KEY, digestOf(grant));
        if (change == 0) change = 1;
        if (field % 4 == 0) grant.commodityId ^= change;
        if (field % 4 == 1) grant.campaign = string.concat(grant.campaign, vm.toString(change));
        if (field % 4 == 2) grant.nonce = bytes32(uint256(grant.nonce) ^ change);
        if (field % 4 == 3) grant.validUntil += change;
        refuseGrant(grant, signature, vm.addr(KEY));
    }

    /// Signatures of another register, of another chain, or with the other s, are none.
    function test_checkGrant_refuses_replays() public {
        ReferralGrant memory grant = grantOf(registerKey(KEY));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(KEY, digestOf(grant));
        bytes32 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes32 high = bytes32(uint256(order) - uint256(s));
        refuseGrant(grant, abi.encodePacked(r, high, v ^ 7), vm.addr(KEY));
        refuseGrant(grant, abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255))), vm.addr(KEY));
        uint256 snapshot = vm.snapshotState();
        vm.chainId(1);
        refuseGrant(grant, abi.encodePacked(r, s, v), vm.addr(KEY));
        vm.assertTrue(vm.revertToState(snapshot));
        setUp();
        registerKey(KEY);
        refuseGrant(grant, abi.encodePacked(r, s, v), vm.addr(KEY));
    }

    /// A grant is worth what its id's owner signed: with the id, the grants of its former owner end.
    function test_checkGrant_refuses_former_owners() public {
        ReferralGrant memory grant = grantOf(registerKey(KEY));
        bytes memory signature = signedBy(KEY, digestOf(grant));
        recommenders.checkGrant(grant, signature);
        vm.prank(vm.addr(KEY));
        recommenders.offer(BOB);
        recommenders.checkGrant(grant, signature);
        vm.prank(BOB);
        recommenders.accept(2, BOB);
        refuseGrant(grant, signature, BOB);
    }

    /* HELPERS */

    function offer(address to) private {
        vm.prank(ALICE);
        recommenders.offer(to);
    }

    function refuseAccept(address caller, address payout, bytes memory expected) private {
        refuse(caller, abi.encodeCall(Recommenders.accept, (1, payout)), expected);
    }

    function registerKey(uint256 key) private returns (uint32) {
        vm.prank(vm.addr(key));
        return recommenders.register(PAYOUT);
    }

    function grantOf(uint32 id) private pure returns (ReferralGrant memory) {
        return ReferralGrant(id, type(uint32).max, unicode"茶-1", keccak256("nonce"), 2_000_000_000);
    }

    /// @dev docs/encoding.md once more.
    function digestOf(ReferralGrant memory grant) private view returns (bytes32) {
        bytes32 separator = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Trusted Commerce Commune"),
                keccak256("1"),
                block.chainid,
                address(recommenders)
            )
        );
        bytes32 typeHash = keccak256(
            "ReferralGrant(uint32 recommenderId,uint32 commodityId,string campaign,bytes32 nonce,uint48 validUntil)"
        );
        bytes32 structHash = keccak256(
            abi.encode(
                typeHash,
                grant.recommenderId,
                grant.commodityId,
                keccak256(bytes(grant.campaign)),
                grant.nonce,
                grant.validUntil
            )
        );
        return keccak256(abi.encodePacked(hex"1901", separator, structHash));
    }

    function signedBy(uint256 key, bytes32 digest) private pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    function refuseGrant(ReferralGrant memory grant, bytes memory signature, address account) private {
        refuse(
            BOB,
            abi.encodeCall(Recommenders.checkGrant, (grant, signature)),
            abi.encodeWithSelector(Recommenders.NotSignedByRecommender.selector, grant.recommenderId, account)
        );
    }

    function refuse(address caller, bytes memory data, bytes memory expected) private {
        assertRefused(caller, address(recommenders), data, expected);
    }

    function fingerprint() internal view override returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    recommenders.registered(),
                    recommenders.idOf(ALICE),
                    recommenders.idOf(BOB),
                    recommenders.accountOf(1),
                    recommenders.accountOf(2),
                    recommenders.offeredTo(1),
                    recommenders.payoutOf(1),
                    recommenders.payoutOf(2)
                )
            );
    }
}
